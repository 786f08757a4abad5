// src/action/main.ts
await (await import("./chunks/start.js")).start("root");
export {};
