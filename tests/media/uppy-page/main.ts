// What the browser is given in the test of uploads: Uppy, as a page that uses it would bundle it.
export { default as Uppy } from '@uppy/core';
export { default as Tus } from '@uppy/tus';
