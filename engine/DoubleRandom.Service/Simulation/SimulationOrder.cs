using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Packs.Model;
using DoubleRandom.Core.Simulation;

namespace DoubleRandom.Service.Simulation;

/// <summary>What is to be simulated.</summary>
/// <param name="Library">The packs; only the jurisdiction's own layers are used.</param>
/// <param name="Pack">The jurisdiction's pack, compiled from it.</param>
/// <param name="From">The first day; the pack is first published on it.</param>
/// <param name="To">The last day.</param>
/// <param name="Seed">The same seed is the same life.</param>
/// <param name="Behaviour">How people behave.</param>
public sealed record SimulationOrder(PackLibrary Library, Pack Pack, DateOnly From, DateOnly To, ulong Seed, Behaviour Behaviour);
