export { t as createOpener } from "./opener.js";
