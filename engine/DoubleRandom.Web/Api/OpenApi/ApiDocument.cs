using DoubleRandom.Web.Api.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DoubleRandom.Web.Api.OpenApi;

/// <summary>Makes the OpenAPI document from the endpoints themselves.</summary>
internal static class ApiDocument
{
    private static readonly Dictionary<string, string> PathParameters = new(StringComparer.Ordinal)
    {
        ["name"] = "辖区的文件夹名、区划代码或短名 / folder, division code or short id of the jurisdiction",
        ["folder"] = "辖区的文件夹名、区划代码或短名 / folder, division code or short id of the jurisdiction",
        ["obligation"] = "义务的 id / id of the obligation",
        ["unit"] = "单位的 id / id of the unit",
        ["period"] = "期次，例如 2024-N1 / the period, such as 2024-N1",
        ["hash"] = "版本的内容哈希 / the version's content hash",
        ["person"] = "名录中的姓名 / name of a person of the directory",
        ["id"] = "编号 / its number",
        ["workflow"] = "流程的 id / id of the workflow",
        ["run"] = "待办在流程实例中的编号 / number of the task within the instance",
        ["action"] = "操作的 id / id of the action",
        ["file"] = "附件编号 / number of the file",
        ["number"] = "抽取编号，如 2026-003 / number of the draw, such as 2026-003",
        ["profile"] = "交换方案的 id / id of the profile of exchange",
        ["directory"] = "名录库：targets（检查对象）、inspectors（检查人员）、items（抽查事项） / directory: targets, inspectors or items",
        ["code"] = "代码或编号 / code or id of the row",
        ["target"] = "检查对象，照抽取或登记写 / the target, as it was drawn or registered",
        ["department"] = "部门：单位的 id / department: id of the unit",
        ["sha256"] = "文件内容的 SHA-256 / SHA-256 of the file's content",
        ["kind"] = "文件种类 / kind of file",
        ["slug"] = "错误种类 / kind of problem",
    };

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "DoubleRandom 双随机、一公开";
            document.Info.Version = "v1";
            document.Info.Description =
                "辖区、配置包、时限、报送、流程、待办、事件、通知和日历订阅。错误均为 RFC 9457 problem details，按 Accept-Language 用中文（默认）或英文。\n\n"
                + "Jurisdictions, packs, deadlines, submissions, workflows, tasks, events, notices and calendars. Errors are RFC 9457 problem details, in Chinese unless Accept-Language prefers English.";
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
    }

    private static void Complete(OpenApiOperation operation, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
            parameter.Description = PathParameters.GetValueOrDefault(parameter.Name ?? "", parameter.Description ?? "");
        foreach (var parameter in metadata.OfType<Parameter>())
            operation.Parameters.Add(Query(parameter));
        if (operation.RequestBody is null)
            return;
        operation.Parameters.Add(Header(ActingPerson.Header, "经办人（UTF-8 百分号编码），正文没有 by 时用 / who acts (UTF-8, percent-encoded), unless the body has by"));
        foreach (var keyed in metadata.OfType<Keyed>())
            operation.Parameters.Add(Header(IdempotencyKey.Header, keyed.Text.ToString()));
    }

    private static OpenApiParameter Query(Parameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.Required,
        Description = parameter.Text.ToString(),
        Schema = new OpenApiSchema
        {
            Type = parameter.Kind is ParameterKind.Count or ParameterKind.Number ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format = parameter.Kind switch
            {
                ParameterKind.Date => "date",
                ParameterKind.Number => "int64",
                _ => null,
            },
            Minimum = parameter.Kind is ParameterKind.Count ? $"{parameter.Min}" : null,
            Maximum = parameter.Kind is ParameterKind.Count ? $"{parameter.Max}" : null,
            Enum = parameter.Choices.Count == 0 ? null : [.. parameter.Choices.Select(choice => System.Text.Json.Nodes.JsonValue.Create(choice))],
        },
    };

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
