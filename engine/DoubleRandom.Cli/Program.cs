using DoubleRandom.Core.Packs;
using DoubleRandom.Core.Planning;
using DoubleRandom.Service.Packs;
var sw = System.Diagnostics.Stopwatch.StartNew();
var lib = PackFolder.Read(".");
foreach (var f in lib.Jurisdictions) {
  var c = PackCompiler.Compile(lib, f);
  Console.WriteLine($"{f} {c.IsValid} {c.Diagnostics.Count} {sw.ElapsedMilliseconds} ms");
  foreach (var d in c.Diagnostics) Console.WriteLine($"  {d.Severity} {d} {d.Problem.Zh}| {d.Remedy.En}");
}
for (int i=0;i<5;i++) foreach (var f in lib.Jurisdictions) { sw.Restart(); PackCompiler.Compile(lib, f); Console.WriteLine($"{f} {sw.ElapsedMilliseconds}"); }
return 0;
