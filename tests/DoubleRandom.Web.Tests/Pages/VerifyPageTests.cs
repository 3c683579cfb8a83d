using System.Text;
using Microsoft.Playwright;

namespace DoubleRandom.Web.Tests.Pages;

/// <summary>verify.html, opened from the disk as a citizen would, against records from the program and against tampered ones.</summary>
public sealed class VerifyPageTests : IAsyncLifetime
{
    private static readonly string Address = new Uri(Path.Combine(Repository.Root, "engine", "DoubleRandom.Web", "wwwroot", "verify.html")).AbsoluteUri;
    private readonly List<string> _complaints = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        _page = await _browser.NewPageAsync();
        _page.Console += (_, said) => _complaints.Add(said.Text);
        _page.PageError += (_, said) => _complaints.Add(said);
        _page.Request += (_, asked) => _complaints.AddRange(asked.Url.StartsWith("file:", StringComparison.Ordinal) || asked.Url.StartsWith("data:", StringComparison.Ordinal) ? [] : [asked.Url]);
        await _page.GotoAsync(Address);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("srs", "\"each\":{\"atLeast\":\"10\"}")]
    [InlineData("pareto", "\"total\":{\"number\":30,\"least\":1}")]
    [InlineData("tickets", "\"n\":{\"A\":4,\"B\":5,\"C\":6}")]
    [InlineData("tickets", "\"whole\":{\"atMost\":\"20\",\"of\":\"all\",\"number\":90,\"governs\":\"largest\"}")]
    [InlineData("pareto", "\"quota\":{\"A\":{\"perInspector\":2,\"inspectors\":7},\"B\":{\"number\":0,\"minimum\":0},\"C\":{\"number\":999},\"E\":{\"number\":3}}")]
    public async Task Page_VerifiesWhatTheProgramWrote_AndShowsItAgain(string method, string numbers)
    {
        var draw = MadeDraw.Of(300, method, numbers);
        await GiveAsync(draw);
        await Assertions.Expect(_page.Locator("#verdict")).ToContainTextAsync("✓ 验证通过");
        Assert.True(await _page.Locator("td.hash").CountAsync() > 9);
        await _page.ClickAsync("#language");
        await Assertions.Expect(_page.Locator("#verdict")).ToContainTextAsync("Verified: drawn anew");
        await _page.FillAsync("#id", "91640425MA00000007");
        await _page.ClickAsync("#proveButton");
        await Assertions.Expect(_page.Locator("#proof")).ToContainTextAsync("It is in the frame (line 9).");
    }

    [Fact]
    public async Task Page_FindsWhereItDiffers_WhenSelectionsAreSwappedOrFilesEdited()
    {
        var draw = MadeDraw.Of(60, "srs", "\"each\":{\"number\":3}");
        await GiveAsync(draw with { Frame = Edited(draw.Frame, "\tX\tREPEAT-6M", "\tE\t-") });
        await Assertions.Expect(_page.Locator("#verdict")).ToContainTextAsync("✗ 验证未通过");
        await Assertions.Expect(_page.Locator("#differences")).ToContainTextAsync("种子写明抽样框的根");
        await GiveAsync(draw with { Inspectors = Edited(draw.Inspectors, "\t40\t0", "\t41\t0") });
        await Assertions.Expect(_page.Locator("#differences")).ToContainTextAsync("inspectors.txt 与记录的承诺不符");
        await GiveAsync(draw with { Record = Encoding.UTF8.GetBytes("{\"a\":null}") });
        await Assertions.Expect(_page.Locator("#differences")).ToContainTextAsync("不是规范 JSON");
        await GiveAsync(MadeDraw.Of(60, "srs", "\"each\":{\"number\":3}", isSealed: true));
        await Assertions.Expect(_page.Locator("#differences")).ToContainTextAsync("混淆值尚未公开");
        // Swapped, and the record's own hash made to fit again.
        var swapped = await _page.EvaluateAsync<string[]>(
            """
            ([record, frame]) => {
              const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0)), value = JSON.parse(new TextDecoder().decode(bytes(record)));
              const list = value.strata[0].selected;
              [list[0], list[1]] = [list[1], list[0]];
              delete value.sha256;
              value.sha256 = hashOf(canonical(value));
              return verifyDraw({ record: new TextEncoder().encode(canonical(value)), frame: bytes(frame) }).differences.map(d => d.subject);
            }
            """, new[] { Convert.ToBase64String(draw.Record), Convert.ToBase64String(draw.Frame) });
        Assert.Contains("/strata/0/selected/0/id", swapped, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""[{"department":"fire"},{"department":"any","tags":["expert"],"area":"640425"}]""")]
    [InlineData("""{"A":[{"department":"health","count":2}],"B":[{}],"C":[{"tags":["expert"]},{"department":"fire"}]}""")]
    public async Task Page_VerifiesWhoChecksWhom_AndShowsTheTeams(string slots)
    {
        var draw = MadeDraw.Of(120, "srs", "\"each\":{\"number\":6}", slots: slots);
        await GiveAsync(draw);
        await Assertions.Expect(_page.Locator("#verdict")).ToContainTextAsync("✓ 验证通过");
        await Assertions.Expect(_page.Locator("#differences")).Not.ToContainTextAsync("未核对");
        await Assertions.Expect(_page.Locator("#result")).ToContainTextAsync("检查人员（按名额，化名）");
    }

    /// <summary>Every change is made to fit the record's own hash: what is found is found by the proof and by the frozen lists.</summary>
    [Fact]
    public async Task Page_FindsAnyChangeOfTheAssignment_WhenTheHashWasMadeToFit()
    {
        var draw = MadeDraw.Of(60, "srs", "\"each\":{\"number\":4}", slots: """[{"department":"fire"},{"department":"any","tags":["expert"]}]""");
        var found = await _page.EvaluateAsync<string[]>(
            """
            files => {
              const [record, frame, inspectors, recusals] = files.map(text => Uint8Array.from(atob(text), c => c.charCodeAt(0)));
              const codes = (change, lists = {}) => {
                const value = JSON.parse(new TextDecoder().decode(record));
                change(value.assignment, value);
                delete value.sha256;
                value.sha256 = hashOf(canonical(value));
                const report = verifyDraw({ record: new TextEncoder().encode(canonical(value)), frame, inspectors, recusals, ...lists });
                return [...new Set(report.differences.map(d => d.code))].join() + (report.unchecked.length ? ' unchecked' : '');
              };
              const edited = (bytes, change) => new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
              const swaps = [], names = JSON.parse(new TextDecoder().decode(record)).assignment.slots.map(one => one.inspector);
              for (let i = 0; i < names.length; i++) for (let j = 0; j < i; j++) if (names[i] !== names[j]) swaps.push(codes(a => { [a.slots[i].inspector, a.slots[j].inspector] = [names[j], names[i]]; }));
              return [
                codes(() => { }),
                swaps.every(code => code) ? 'every swap' : 'a swap passed',
                codes(a => a.slots[3].edgeHash++),
                codes(a => a.slots[3].potential = '0'),
                codes(a => a.slots[3].potential = '0' + a.slots[3].potential),
                codes(a => a.loads.find(one => one.new).potential = '0'),
                codes(a => a.loads[0].new++),
                codes(a => a.objective.squares += '0'),
                codes(a => a.slots.pop()),
                codes(a => a.slots[0].note = 'x'),
                codes((a, whole) => { delete whole.assignment; }),
                codes((a, whole) => { whole.salt.revealed = '0'.repeat(64); }),
                codes(() => { }, { inspectors: edited(inspectors, text => text.replace('\t40\t0', '\t41\t0')) }),
                codes(() => { }, { recusals: edited(recusals, text => text.replace(/\t30\n/, '\t29\n').replace(/[^\n]*\n$/, '')) }),
                codes(() => { }, { recusals: undefined }),
              ];
            }
            """, new[] { draw.Record, draw.Frame, draw.Inspectors, draw.Recusals }.Select(Convert.ToBase64String).ToArray());
        string[] expected =
        [
            "", "every swap", "assignment-edge-hash", "assignment-not-optimal", "assignment-range", "assignment-not-optimal-load", "assignment-load", "assignment-objective", "assignment-other-slots",
            "record-differs", "assignment-missing", "salt-mismatch", "inspectors-root", "recusals-root", "unchecked",
        ];
        Assert.Equal(expected.Length, found.Length);
        Assert.Equal("", found[0]);
        Assert.All(expected.Zip(found), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_PassesNoFlippedByte_OfRecordOrFrame()
    {
        var draw = MadeDraw.Of(24, "srs", "\"each\":{\"number\":2}");
        var passed = await _page.EvaluateAsync<int[]>(
            """
            ([record, frame]) => {
              const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0)), files = { record: bytes(record), frame: bytes(frame) }, passed = [];
              if (!verifyDraw(files).verified) passed.push(-1);
              for (const name of ['record', 'frame'])
                for (let at = 0; at < files[name].length; at++) {
                  files[name][at] ^= 1;
                  if (verifyDraw(files).verified) passed.push(at);
                  files[name][at] ^= 1;
                }
              return passed;
            }
            """, new[] { Convert.ToBase64String(draw.Record), Convert.ToBase64String(draw.Frame) });
        Assert.Empty(passed);
    }

    [Fact]
    public async Task Page_TakesUnderTwoSeconds_ForAHundredThousandRows()
    {
        var draw = MadeDraw.Of(100_000, "srs", "\"each\":{\"atLeast\":\"3\"}");
        var times = await _page.EvaluateAsync<double[]>(
            """
            ([record, frame]) => {
              const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0)), files = { record: bytes(record), frame: bytes(frame) }, times = [];
              let found;
              for (let round = 0; round < 3; round++) {
                const from = performance.now();
                found = verifyDraw(files);
                times.push(found.verified ? performance.now() - from : 1e9);
              }
              const from = performance.now();
              for (let i = 0; i < 100; i++) proveMember(found.frame, found.frame.rows[i * 997][0]);
              return [Math.min(...times), (performance.now() - from) / 100];
            }
            """, new[] { Convert.ToBase64String(draw.Record), Convert.ToBase64String(draw.Frame) });
        Assert.True(times[0] < 2000, $"{times[0]} ms");
        Assert.True(times[1] < 1, $"{times[1]} ms a proof");
    }

    private async Task GiveAsync(MadeDraw draw)
    {
        await _page.ReloadAsync();
        await _page.SetInputFilesAsync("#record", MadeDraw.File("record.json", draw.Record));
        await _page.SetInputFilesAsync("#inspectors", MadeDraw.File("inspectors.txt", draw.Inspectors));
        await _page.SetInputFilesAsync("#recusals", MadeDraw.File("recusals.txt", draw.Recusals));
        await _page.SetInputFilesAsync("#frame", MadeDraw.File("frame.txt", draw.Frame));
    }

    private static byte[] Edited(byte[] file, string old, string @new) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file).Replace(old, @new, StringComparison.Ordinal));
}
