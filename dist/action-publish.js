// src/action/main-publish.ts
await (await import("./chunks/start.js")).start("publish");
export {};
