using DoubleRandom.Core;
using DoubleRandom.Core.Directories;

namespace DoubleRandom.Service.Directories.Tables;

/// <summary>A file that cannot be read on, for a reason that its keeper can mend.</summary>
public sealed class TableFileException : Exception
{
    /// <summary>Takes the fault.</summary>
    public TableFileException(DirectoryFault fault)
        : base($"{fault.Code}: {fault.Problem.En}") => Fault = fault;

    /// <summary>What is wrong and how to mend it.</summary>
    public DirectoryFault Fault { get; }

    internal static TableFileException Of(string code, int line, string zh, string en, Bilingual remedy) => new(new DirectoryFault(code, line, null, null, new(zh, en), remedy));
}
