using System.Net;
using DoubleRandom.Web.Api.Problems;

namespace DoubleRandom.Cli.Input;

/// <summary>A running server did not do what it was asked.</summary>
internal sealed class RefusedException(EngineAnswer answer) : Exception($"The server answered {(int)answer.Status}.")
{
    /// <summary>Every reason, and what happened in between.</summary>
    public ProblemDocument Problem { get; } = answer.As<ProblemDocument>();

    /// <summary>Whether it was understood and refused on its merits, rather than wrongly asked.</summary>
    public bool IsOnItsMerits => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge;
}
