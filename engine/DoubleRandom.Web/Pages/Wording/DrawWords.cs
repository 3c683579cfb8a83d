using DoubleRandom.Core;
using DoubleRandom.Core.Draws.Ceremonies;
using DoubleRandom.Service.Draws;

namespace DoubleRandom.Web.Pages.Wording;

/// <summary>The words of the pages on which draws are carried out.</summary>
internal static class DrawWords
{
    public static readonly Bilingual Draws = new("抽取", "Draws");
    public static readonly Bilingual Draw = new("抽取", "Draw");
    public static readonly Bilingual Prepare = new("准备抽取", "Prepare a draw");
    public static readonly Bilingual Elsewhere = new("已在省级平台等别处抽取的，在下面登记结果。", "What was drawn elsewhere, on the province’s platform for instance, is reported below.");
    public static readonly Bilingual NoDraws = new("还没有抽取", "no draws yet");
    public static readonly Bilingual Number = new("编号", "Number");
    public static readonly Bilingual What = new("抽取内容", "What is drawn");
    public static readonly Bilingual Instance = new("流程", "Workflow");
    public static readonly Bilingual PreparedBy = new("准备", "Prepared by");
    public static readonly Bilingual ConfirmedBy = new("复核", "Confirmed by");
    public static readonly Bilingual Note = new("说明", "Note");
    public static readonly Bilingual Frame = new("抽样框", "Frame");
    public static readonly Bilingual FrameHint = new("每层在册、可抽、将抽的户数；不可抽的仍在抽样框中，写明原因。", "Of every stratum: all targets, those that can be drawn, those that will be; excluded ones stay in the frame with their reason.");
    public static readonly Bilingual Stratum = new("层", "Stratum");
    public static readonly Bilingual Rows = new("在册", "Targets");
    public static readonly Bilingual Eligible = new("可抽", "Eligible");
    public static readonly Bilingual ToDraw = new("抽取数", "To draw");
    public static readonly Bilingual Excluded = new("不可抽", "Excluded");
    public static readonly Bilingual Commitments = new("封存内容", "What is frozen");
    public static readonly Bilingual Manifest = new("封存哈希", "Hash of all of it");
    public static readonly Bilingual FrameRoot = new("抽样框的根", "Root of the frame");
    public static readonly Bilingual Rules = new("规则哈希", "Hash of the rules");
    public static readonly Bilingual Pepper = new("混淆值承诺", "Commitment of the pepper");
    public static readonly Bilingual Open = new("不保密", "nothing is kept secret");
    public static readonly Bilingual Witnesses = new("见证人", "Witnesses");
    public static readonly Bilingual WitnessHint = new("每行一名，两名以上，与抽取无关：公证员、人大代表、政协委员、媒体等", "one a line, two or more who have no part in the draw: a notary, deputies, press");
    public static readonly Bilingual NotYet = new("（未给）", "(nothing yet)");
    public static readonly Bilingual Files = new("文件", "Files");
    public static readonly Bilingual Result = new("抽中的检查对象和人员", "Who was drawn, and who goes there");
    public static readonly Bilingual SecretHint = new("名单保密到检查结束；此页只供办理人员。", "This stays secret until the checks are over; the page is for staff alone.");
    public static readonly Bilingual Place = new("顺序", "Order");
    public static readonly Bilingual Target = new("检查对象", "Target");
    public static readonly Bilingual Team = new("检查人员", "Inspectors");
    public static readonly Bilingual Next = new("下一步", "Next step");
    public static readonly Bilingual Confirm = new("确认封存并公布承诺", "Confirm, freeze and publish the commitments");
    public static readonly Bilingual NothingLeft = new("已全部公开，没有下一步。", "Everything is public; nothing is left to be done.");
    public static readonly Bilingual GivenUp = new("已放弃，编号保留，理由随下一份记录公布。", "It was abandoned; its number stays taken, and the reason is published with the next record.");
    public static readonly Bilingual PublicRecord = new("公示页（社会公众所见）", "The public page, as everybody sees it");
    public static readonly Bilingual Witness = new("见证人", "Witness");
    public static readonly Bilingual Value = new("所给数字（十面骰）", "Digits given (ten-sided dice)");
    public static readonly Bilingual DispatchHint = new("把结果交给等待抽取的流程环节；不属于流程的抽取也在此确认结果生效。", "Gives the result to the steps of procedures that wait for it; a draw by itself takes effect with it too.");
    public static readonly Bilingual Substitute = new("对象无法检查，启用候补", "A target cannot be checked: use a substitute");
    public static readonly Bilingual SubstituteHint = new("由同层下一名候补按抽取顺序替上，不能挑选；理由写入公开的记录。", "The next substitute of its stratum takes its place, in the order drawn: nobody chooses. The reason stands in the public record.");
    public static readonly Bilingual UseSubstitute = new("启用候补", "Use the substitute");
    public static readonly Bilingual Replaced = new("已由候补替代", "replaced");
    public static readonly Bilingual Instead = new("无法检查的对象", "Target that cannot be checked");
    public static readonly Bilingual Substitutes = new("启用的候补", "Substitutes used");
    public static readonly Bilingual SubstituteName = new("候补", "Substitute");
    public static readonly Bilingual InPlaceOf = new("替代", "In place of");
    public static readonly Bilingual DecidedBy = new("决定", "Decided by");
    public static readonly Bilingual DrawAgain = new("确有错误，另抽一次", "It is wrong: draw again");
    public static readonly Bilingual DrawAgainHint = new("抽出的不能撤销。另抽一次并写明理由，封存时即取代本次；两次都留在记录中。", "What is drawn cannot be undone. Another draw, with a reason, takes its place when it is frozen; both stay on record.");
    public static readonly Bilingual PrepareAgain = new("准备取代本次的抽取", "Prepare the draw that takes its place");
    public static readonly Bilingual PlaceTaken = new("取代本次的抽取", "The draw that took its place");
    public static readonly Bilingual PlaceOf = new("本次取代的抽取", "It takes the place of");
    public static readonly Bilingual Enter = new("录入", "Enter");
    public static readonly Bilingual Beacon = new("公共信标值", "Value of the public beacon");
    public static readonly Bilingual BeaconHint = new("照录该轮公布的值。", "Copy the value that the round published.");
    public static readonly Bilingual Run = new("抽取", "Draw");
    public static readonly Bilingual RunHint = new("种子已齐。结果由封存内容和种子唯一确定，重算多少次都一样。", "The seed is complete. The result follows from what was frozen and from the seed, however often it is computed.");
    public static readonly Bilingual Dispatch = new("分发给等待的流程", "Dispatch to the procedures that wait");
    public static readonly Bilingual Reveal = new("公开混淆值和完整记录", "Publish the pepper and the whole record");
    public static readonly Bilingual RevealHint = new("检查全部结束后公开，任何人都可以验证。", "When all checks are over, for anybody to verify.");
    public static readonly Bilingual Abandon = new("放弃本次抽取", "Abandon this draw");
    public static readonly Bilingual Verify = new("验证页", "Page that verifies");
    public static readonly Bilingual For = new("用于", "For");
    public static readonly Bilingual ByItself = new("不属于流程的抽取（检查对象）", "a draw by itself (targets)");
    public static readonly Bilingual ChooseFor = new("没有选择用于哪个流程", "it is not said what the draw is for");
    public static readonly Bilingual ChooseForRemedy = new("选择等待抽取的流程，或“不属于流程的抽取”", "choose the procedure that waits, or a draw by itself");
    public static readonly Bilingual SchemeHint = new("不属于流程的抽取不选方案时：不分层、机会均等、没有候补。", "A draw by itself without a scheme has one stratum, equal chances and no substitutes.");
    public static readonly Bilingual Scheme = new("抽取方案", "Scheme");
    public static readonly Bilingual StepsScheme = new("按流程环节的方案", "that of the step that waits");
    public static readonly Bilingual Divide = new("分层", "Strata");
    public static readonly Bilingual SchemesStrata = new("按方案", "as the scheme has it");
    public static readonly Bilingual Amount = new("数量", "How many");
    public static readonly Bilingual AmountHint = new("按抽查计划填写；抽取检查人员时不填。“不少于”进一，“不超过”舍去。", "As the plan has it; leave it empty for inspectors. \"Not less than\" rounds up, \"not more than\" rounds down.");
    public static readonly Bilingual AtLeast = new("每层不少于 %", "not less than % of each stratum");
    public static readonly Bilingual AtMost = new("每层不超过 %", "not more than % of each stratum");
    public static readonly Bilingual InAll = new("合计个数，按层分配", "so many in all, shared among the strata");
    public static readonly Bilingual Area = new("范围：区划代码的开头", "Scope: beginning of the division code");
    public static readonly Bilingual Industry = new("范围：行业代码的开头（不定向则不填）", "Scope: beginning of the industry code (empty when undirected)");
    public static readonly Bilingual ScopeHint = new("例如 445202、54；不填即全部。", "For example 445202, 54; empty means all.");
    public static readonly Bilingual Days = new("检查日期：起、止", "Days of the check: from, to");
    public static readonly Bilingual LastDay = new("检查日期：止", "Days of the check: to");
    public static readonly Bilingual DaysHint = new("选派检查人员时填写：执法证须到最后一天有效，期间不在岗的不派。", "Needed when inspectors are assigned: credentials must hold to the last day, and nobody is sent who is away.");
    public static readonly Bilingual BeaconRound = new("公共信标轮次", "Round of a public beacon");
    public static readonly Bilingual NotSealed = new("名单不保密，抽取后立即全部公开", "Nothing is secret: everything is public at once");
    public static readonly Bilingual Supersedes = new("取代的抽取编号", "Number of the draw whose place it takes");

    public static readonly IReadOnlyList<(string Stage, Bilingual Name)> Stages =
    [
        ("prepared", new("准备", "Prepared")), ("frozen", new("封存", "Frozen")), ("seeded", new("见证", "Seeded")), ("drawn", new("抽取", "Drawn")), ("dispatched", new("分发", "Dispatched")), ("revealed", new("公开", "Revealed")),
    ];

    /// <summary>What the second person has to do, and who that cannot be.</summary>
    public static Bilingual ConfirmHint(string preparedBy) => new(
        $"须由准备人（{preparedBy}）和见证人以外的另一人核对本页的抽样框、数量、见证人和封存哈希。确认后任何内容都不能再改。",
        $"Somebody other than {preparedBy}, who prepared it, and than the witnesses looks at frame, numbers, witnesses and hash on this page. Nothing can change afterwards.");

    /// <summary>How many digits witnesses give, and how many there are.</summary>
    public static Bilingual ValueHint(int given, int fewest) => new(
        $"当众掷骰，照所掷录入，录入后不能更改。全部见证人合计至少 {fewest} 位，已有 {given} 位。",
        $"Dice thrown in public, entered as they fell, never changed. All witnesses together give {fewest} digits or more; {given} are there.");

    /// <summary>Who makes draws that belong to no procedure.</summary>
    public static Bilingual ByItselfHint(Bilingual office) => new($"由承办该环节的单位准备；不属于流程的抽取由办公室所在单位（{office.Zh}）准备。", $"The unit that owns the waiting step prepares it; a draw by itself is the office’s ({office.En}).");

    /// <summary>What a stratum is called; codes of the pack stay as they are.</summary>
    public static Bilingual StratumOf(string stratum) => stratum switch
    {
        "*" or TargetRows.One => Words.All,
        TargetRows.Unknown => new("未定", "unknown"),
        _ => new(stratum, stratum),
    };

    /// <summary>Why targets cannot be drawn; codes of the pack's rules stay as they are.</summary>
    public static Bilingual ReasonOf(string code) => code switch
    {
        "NOT-ACTIVE" => new("不在营", "not in business"),
        "NOT-ELIGIBLE" => new("按规则不抽", "not eligible by the rules"),
        TargetRows.Unknown => new("规则不能确定", "the rules cannot say"),
        "SEEN" => new("本轮已抽过", "seen in this cycle"),
        _ when code.StartsWith("REPEAT-", StringComparison.Ordinal) => new($"{code["REPEAT-".Length..^1]} 个月内抽过", $"drawn within {code["REPEAT-".Length..^1]} months"),
        _ => new(code, code),
    };

    public static Bilingual Slots(long instance, string subject, string what) => new($"流程 {instance}（{subject}）：{DrawStages.What(what).Zh}", $"workflow {instance} ({subject}): {DrawStages.What(what).En}");

    /// <summary>There is no draw of that number.</summary>
    public static Bilingual NoDraw(string number) => new($"没有编号为 {number} 的抽取", $"There is no draw {number}");

    public static readonly Bilingual NoDrawRemedy = new("编号是区划代码加四位序号，例如 445200-0001。请从抽取列表中选择。", "Numbers are the division code and four digits, 445200-0001 for example. Choose it from the list of draws.");
}
