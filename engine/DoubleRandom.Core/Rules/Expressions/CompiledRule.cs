using System.Linq.Expressions;
using DoubleRandom.Core.Rules.Facts;

namespace DoubleRandom.Core.Rules.Expressions;

/// <summary>A compiled yes/no question; the fault is set only when the answer is undetermined.</summary>
internal delegate Outcome Condition(FactSet facts, ref int fault);

/// <summary>A compiled value; with a fault above 0 there is none.</summary>
internal delegate FactValue Computation(FactSet facts, ref int fault);

/// <summary>
/// Code, and what its fault numbers (from 1) mean. Making machine code costs as much as reading it out some hundred times, and most
/// expressions are asked but a few times while a pack is looked at: so the first questions are read out, and who asks on gets machine code.
/// </summary>
internal sealed class CompiledRule<T>(Expression<T> written, Undetermined[] reasons)
    where T : Delegate
{
    private readonly Lock _lock = new();
    private T? _readOut;
    private int _asked;

    public Undetermined[] Reasons => reasons;

    /// <summary>The machine code; null while it is not worth its making.</summary>
    public T? Code { get; private set; }

    /// <summary>What answers the next question. Two threads that ask at once get the same.</summary>
    public T Next()
    {
        lock (_lock)
        {
            if (Code is null && ++_asked > RuleExpression.Trial)
                Code = written.Compile();
            return Code ?? (_readOut ??= written.Compile(preferInterpretation: true));
        }
    }
}
