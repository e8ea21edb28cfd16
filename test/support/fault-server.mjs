/** placeholder replaced below */
export const faultServer = () => (ctx, next) => next();
