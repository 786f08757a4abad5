export { t as HANDOFF_FILE, n as MAX_HANDOFF_BYTES, i as writeHandoff } from "./handoff2.js";
