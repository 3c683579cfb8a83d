using DoubleRandom.Cli.Line;

using var terminal = Terminal.OfThisProcess();
return await CommandLine.RunAsync(args, terminal);
