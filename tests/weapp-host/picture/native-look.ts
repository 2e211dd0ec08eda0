/** How WeChat's own tags look before any style of the page: measured values, not its code. */
export const NATIVE_LOOK = `
  html, body { margin: 0; height: 100%; font: 16px/1.4 "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
  wx-page { display: block; min-height: 100%; box-sizing: border-box; }
  wx-view, wx-scroll-view, wx-swiper, wx-form, wx-picker, wx-radio-group, wx-checkbox-group { display: block; }
  wx-scroll-view { overflow: auto; }
  wx-text { display: inline; white-space: pre-wrap; }
  wx-button {
    display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; overflow: hidden;
    font-size: 18px; line-height: 2.55555556; text-align: center; border-radius: 5px;
    color: #000; background-color: #f8f8f8;
  }
  wx-button::after {
    content: ""; position: absolute; inset: 0; box-sizing: border-box; pointer-events: none;
    border: 1px solid rgba(0, 0, 0, .2); border-radius: 5px;
  }
  wx-input { display: flex; align-items: center; height: 1.4em; min-height: 1.4em; overflow: hidden; white-space: nowrap; }
  wx-textarea { display: block; width: 300px; height: 150px; overflow: hidden; white-space: pre-wrap; }
  .input-placeholder, .textarea-placeholder { color: #808080; }
  wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; background: center / cover no-repeat; }
  wx-canvas { display: block; width: 300px; height: 150px; position: relative; background: rgba(127, 127, 127, .08); }
  wx-map { display: block; width: 300px; height: 150px; }
  wx-map > i {
    display: flex; align-items: center; justify-content: center; height: 100%; font-size: 13px; font-style: normal;
    color: #46685f; background: radial-gradient(circle at center, #0b6b5c33 0 34%, transparent 34.5%), #dfe6df;
  }
  wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; }
  wx-switch[checked] { background: #04be02; }
`;
