/** WeChat draws the bars around a page; a browser gets them from browser-frame.h5.ts. */
export {};
