using System.Text.Json;

namespace DoubleRandom.Service.Channels.Webhooks;

/// <summary>
/// Reads what a group robot says in the body of its answer: both robots answer 200 whatever happened, and put the truth into <c>errcode</c>.
/// </summary>
internal static class RobotAnswer
{
    /// <summary>The outcome an answer's body tells.</summary>
    public static DeliveryOutcome Read(string body)
    {
        if (Parse(body) is not ({ } code, var text))
            return DeliveryOutcome.Retry($"群机器人的应答无法识别：{body}；请核对地址，或检查中间的代理", $"the robot's answer makes no sense: {body}; check the address, or a proxy in between");
        if (code == 0)
            return DeliveryOutcome.Done;
        return Passing.Contains(code)
            ? DeliveryOutcome.Retry($"群机器人暂不接收（{code}）：{text}", $"the robot does not take it now ({code}): {text}", TooOften.Contains(code) ? TimeSpan.FromMinutes(10) : null)
            : DeliveryOutcome.Never($"群机器人拒收（{code}）：{text}；请核对机器人的地址、加签密钥和关键词", $"the robot refused ({code}): {text}; check the robot's address, signing secret and key words");
    }

    private static (long? Code, string Text) Parse(string body)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(body);
            JsonElement root = answer.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("errcode", out JsonElement code) || code.ValueKind != JsonValueKind.Number || !code.TryGetInt64(out long number))
                return (null, "");
            return (number, root.TryGetProperty("errmsg", out JsonElement text) ? text.ToString() : "");
        }
        catch (JsonException)
        {
            return (null, "");
        }
    }

    // WeCom 45009 and 45033, DingTalk 130101 and 410100: more than twenty posts a minute; the robot is then muted for ten minutes.
    private static readonly HashSet<long> TooOften = [45009, 45033, 130101, 410100];

    // -1 is "system busy" with both.
    private static readonly HashSet<long> Passing = [.. TooOften, -1];
}
