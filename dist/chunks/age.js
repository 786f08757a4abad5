export { s as createAge } from "./opening.js";
