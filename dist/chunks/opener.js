export { t as createOpener } from "./opening.js";
