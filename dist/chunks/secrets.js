export { n as checkSecretFiles } from "./sealed.js";
