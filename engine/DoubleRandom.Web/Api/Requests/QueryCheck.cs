using DoubleRandom.Core;
using DoubleRandom.Web.Api.Problems;
using Microsoft.AspNetCore.Http;

namespace DoubleRandom.Web.Api.Requests;

/// <summary>Holds the parameters of an address against those that its operation takes, before the operation begins: every fault at once.</summary>
internal sealed class QueryCheck : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var taken = context.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<Parameter>() ?? [];
        var faults = Of(context.HttpContext.Request.Query, taken).ToArray();
        return faults.Length == 0 ? await next(context) : new ProblemResult(ProblemKind.Invalid, faults);
    }

    private static IEnumerable<Refusal> Of(IQueryCollection query, IReadOnlyList<Parameter> taken)
    {
        var names = taken.Select(parameter => parameter.Name).ToArray();
        foreach (var (name, values) in query)
        {
            if (taken.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)) is not { } parameter)
                yield return Faults.UnknownParameter(name, names);
            else if (values.Count != 1)
                yield return Faults.RepeatedParameter(name);
            else if (!parameter.Accepts(values[0] ?? ""))
                yield return Faults.WrongParameter(parameter);
        }

        foreach (var parameter in taken.Where(parameter => parameter.Required && !query.ContainsKey(parameter.Name)))
            yield return Faults.MissingParameter(parameter.Name);
    }
}
