export { t as decide } from "./sealed.js";
