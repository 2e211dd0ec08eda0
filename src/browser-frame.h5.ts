import './browser-frame.scss';
