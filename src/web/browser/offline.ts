/** Has a service worker keep every file of the page, where the browser allows one, so that it works without a network. */
export function installOffline(): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  addEventListener('load', () => {
    // A page that cannot be kept works all the same.
    navigator.serviceWorker.register('./service-worker.js').catch(() => {});
  });
}
