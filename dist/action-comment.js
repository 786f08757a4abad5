// src/action/main-comment.ts
await (await import("./chunks/start.js")).start("comment");
export {};
