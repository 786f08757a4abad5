// src/action/main-check.ts
await (await import("./chunks/start.js")).start("check");
export {};
