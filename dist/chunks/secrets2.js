export { t as checkSecretFiles } from "./secrets.js";
