// mocha traps what nobody handled and drops it: a lost promise would leave a suite green that kills a real process.
process.on('unhandledRejection', (error) => {
  throw error
})
