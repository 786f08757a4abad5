export { F as writeValue } from "./publication.js";
