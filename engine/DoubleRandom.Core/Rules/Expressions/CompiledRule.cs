using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>A compiled yes/no question; the fault is set only when the answer is undetermined.</summary>
internal delegate Outcome Condition(FactSet facts, ref int fault);

/// <summary>A compiled value; with a fault above 0 there is none.</summary>
internal delegate FactValue Computation(FactSet facts, ref int fault);

/// <summary>Code, and what its fault numbers (from 1) mean.</summary>
internal sealed record CompiledRule<T>(T Code, Undetermined[] Reasons)
    where T : Delegate;
