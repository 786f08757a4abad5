import fc from 'fast-check'

// The same cases for everybody, so that a red run can be run again; FC_SEED=random looks for new ones.
const { FC_SEED: seed = '20261123' } = process.env
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) })
