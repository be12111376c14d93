// The question that the room is asked now, beside its step; one at a time.
export function openPoll(scene) {
  return scene.all("poll").find(({ state }) => state === "open");
}
