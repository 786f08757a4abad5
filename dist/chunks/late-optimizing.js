export { Q as COUNTS, $ as optimizeLater } from "./shared.js";
