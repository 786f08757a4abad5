export { n as runEncrypt } from "./encrypt.js";
