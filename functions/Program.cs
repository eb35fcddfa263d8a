using MonitoringReturns.Functions.Start;

var settings = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
if (StartRules.WhyNotHere(settings) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
var app = App.Build(args);
await app.RunAsync();
return 0;

/// <summary>The function app's entry, public so that tests can start it.</summary>
public partial class Program;
