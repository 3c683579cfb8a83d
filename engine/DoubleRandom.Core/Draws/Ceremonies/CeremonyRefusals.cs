namespace DoubleRandom.Core.Draws.Ceremonies;

/// <summary>The words for a step of the ceremony that cannot be taken.</summary>
internal static class CeremonyRefusals
{
    private static readonly Bilingual Another = new("须改动的，放弃本次抽取并写明理由，另起一次", "to change anything, abandon this draw with a reason and begin another");

    public static Refusal FewWitnesses(int found) => new("draw-witnesses-few", "witnesses",
        new($"只写了 {found} 名见证人", $"only {found} witnesses are named"), new("写两名以上互相独立的见证人", "name two or more independent witnesses"));

    public static Refusal WitnessName(string name) => new("draw-witness-name", name,
        new($"见证人姓名“{name}”不合格式", $"\"{name}\" cannot stand as a witness's name"), new("写 1 到 64 个字，首尾不留空格，不含 |", "write 1 to 64 characters without | and without spaces at the ends"));

    public static Refusal WitnessTwice(string name) => new("draw-witness-twice", name,
        new($"见证人“{name}”写了两次", $"the witness \"{name}\" is named twice"), new("每名见证人只写一次", "name every witness once"));

    public static Refusal WitnessTakesPart(string name) => new("draw-witness-takes-part", name,
        new($"“{name}”经办或复核本次抽取，不能同时作见证人", $"\"{name}\" prepares or confirms this draw and cannot be its witness"), new("另请与抽取无关的人见证", "ask somebody who has no part in the draw"));

    public static Refusal OtherManifest(CeremonyState state) => new("draw-manifest-other", state.Number,
        new($"复核的内容与封存的不一致，应为 {state.Manifest}", $"what you confirm is not what is to be frozen: {state.Manifest}"), new("重新查看抽样框、名单和规则后再确认", "look at frame, lists and rules again, then confirm"));

    public static Refusal OneEye(CeremonyState state) => new("draw-four-eyes", state.Number,
        new($"准备抽取的 {state.PreparedBy} 不能自己确认封存", $"{state.PreparedBy}, who prepared the draw, cannot confirm it"), new("请另一人核对后确认", "have another person look and confirm"));

    public static Refusal FrozenAlready(CeremonyState state) => new("draw-frozen", state.Number,
        new($"{state.Number} 已由 {state.FrozenBy} 确认封存", $"{state.Number} was frozen already, confirmed by {state.FrozenBy}"), Another);

    public static Refusal GivenUp(CeremonyState state) => new("draw-abandoned", state.Number,
        new($"{state.Number} 已放弃：{state.Reason}", $"{state.Number} was abandoned: {state.Reason}"), new("另起一次抽取", "begin another draw"));

    public static Refusal NotFrozen(CeremonyState state) => new("draw-not-frozen", state.Number,
        new($"{state.Number} 还没有封存，此前不得给种子", $"{state.Number} is not frozen; no seed may exist before that"), new("先由第二人确认封存", "have a second person confirm the freezing first"));

    public static Refusal NoWitness(CeremonyState state, string name) => new("draw-witness-unknown", name,
        new($"“{name}”不是封存时写明的见证人", $"\"{name}\" is no witness named at freezing"), new($"见证人：{string.Join("、", state.Witnesses.Select(seat => seat.Name))}", $"the witnesses are: {string.Join(", ", state.Witnesses.Select(seat => seat.Name))}"));

    public static Refusal GaveAlready(string name) => new("draw-witness-gave", name,
        new($"“{name}”已经给过数字，不得更改", $"\"{name}\" gave a value already; it cannot be changed"), Another);

    public static Refusal WitnessValue(string name) => new("draw-witness-value", name,
        new($"“{name}”给的内容不合格式", $"what \"{name}\" gave cannot stand in a seed"), new("写 1 到 1000 个字，首尾不留空格，不含 |", "write 1 to 1000 characters without | and without spaces at the ends"));

    public static Refusal FewDigits(string name, int digits) => new("draw-digits-few", name,
        new($"各见证人合计只有 {digits} 位", $"the witnesses gave only {digits} digits together"), new($"合计至少 {Seeds.Seed.FewestDigits} 位：请“{name}”多掷几次", $"{Seeds.Seed.FewestDigits} or more are wanted: have \"{name}\" throw more dice"));

    public static Refusal NoBeacon(CeremonyState state) => new("draw-beacon-none", state.Number,
        new("封存时没有写明公共信标", "no beacon was named at freezing"), new("不写信标值", "give no beacon value"));

    public static Refusal BeaconEntered(string round) => new("draw-beacon-entered", round,
        new($"信标 {round} 的值已经录入，不得更改", $"the value of {round} was entered already; it cannot be changed"), Another);

    public static Refusal BeaconValue(string round) => new("draw-beacon-value", round,
        new("信标值不合格式", "this cannot stand as a beacon's value"), new("照录该轮公布的值，只用可见 ASCII 字符", "copy the round's published value, printable ASCII characters alone"));

    public static Refusal WitnessesFirst(CeremonyState state) => new("draw-witnesses-first", state.Number,
        new($"还有见证人没有给数字：{string.Join("、", state.Silent.Select(seat => seat.Name))}", $"some witnesses have given nothing yet: {string.Join(", ", state.Silent.Select(seat => seat.Name))}"), new("信标须在全部见证人之后", "the beacon comes after all witnesses"));

    public static Refusal NotSeeded(CeremonyState state) => new("draw-not-seeded", state.Number,
        state.Silent.Any() ? WitnessesFirst(state).Problem : new($"信标 {state.BeaconRound} 的值还没有录入", $"the value of {state.BeaconRound} is not entered yet"), new("种子齐了再抽取", "draw when the seed is complete"));

    public static Refusal NotDrawn(CeremonyState state) => new("draw-not-drawn", state.Number,
        new($"{state.Number} 还没有抽取", $"{state.Number} is not drawn yet"), new("先抽取", "draw first"));

    public static Refusal NotDispatched(CeremonyState state) => new("draw-not-dispatched", state.Number,
        new($"{state.Number} 还没有分发", $"{state.Number} is not dispatched yet"), new("先分发，检查结束后再公开", "dispatch it first, and reveal it when the checks are over"));

    public static Refusal DrawnAlready(CeremonyState state) => new("draw-drawn", state.Number,
        new($"{state.Number} 已经抽出，不能放弃", $"{state.Number} is drawn and cannot be abandoned"), new("确有错误的，写明理由另抽一次，取代本次；本次仍在记录中", "if it is wrong, make another draw that supersedes it, with a reason; this one stays on record"));

    public static Refusal AbandonInstead(CeremonyState state) => new("draw-not-drawn", state.Number,
        new($"{state.Number} 还没有抽出，无须取代", $"{state.Number} is not drawn; nothing is to be superseded"), new("放弃它并写明理由", "abandon it with a reason"));

    public static Refusal Superseded(CeremonyState state) => new("draw-superseded", state.Number,
        new($"{state.Number} 已由 {state.SupersededBy} 取代：{state.Reason}", $"{state.Number} was superseded by {state.SupersededBy}: {state.Reason}"), new($"看 {state.SupersededBy}", $"look at {state.SupersededBy}"));

    public static Refusal Bottleneck(Bilingual words, Bilingual why) => new("draw-infeasible", "assignment", new($"{words.Zh}{why.Zh}", $"{words.En} {why.En}"),
        new("放弃本次抽取并写明理由，补足人员或放宽规则后另起一次", "abandon this draw with a reason; with more people or wider rules begin another"));

    public static Refusal NoReason(string number) => new("reason-missing", number,
        new("没有写明理由", "no reason is given"), new("写明理由，它会一并公布", "give the reason; it is published too"));
}
