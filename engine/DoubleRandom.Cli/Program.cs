using DoubleRandom.Web;
await using var server = await Server.BuildAsync(new ServeOptions { PacksRoot = ".", DataFolder = "/tmp/dr-data", Clock = new DateOnly(2026, 2, 20), Port = 5081 }, default);
await server.App.RunAsync();
return 0;
