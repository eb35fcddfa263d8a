using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace MonitoringReturns.Local.Host;

/// <summary>One function, as its <c>function.json</c> declares it.</summary>
internal abstract partial record FunctionSettings(string Name)
{
    private static readonly string[] KnownMethods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"];

    /// <summary>Reads <c>function.json</c> strictly: what the stand-in would not do as the real host does is refused.</summary>
    public static FunctionSettings Read(string name, string file)
    {
        var function = StrictObject.Read(file);
        if (!FunctionName().IsMatch(name))
            throw function.Refuse($"\"{name}\" cannot be a function's name: start with a letter, then letters, digits, - and _");
        var bindings = function.Objects("bindings") ?? throw function.Refuse("\"bindings\" is missing");
        function.NothingElse();

        var triggers = bindings.Where(binding => binding.RequiredText("type").EndsWith("Trigger", StringComparison.Ordinal)).ToList();
        if (triggers.Count != 1)
            throw function.Refuse($"a function has exactly one trigger, this one {triggers.Count}");
        var trigger = triggers[0];
        if (trigger.RequiredText("direction") != "in")
            throw trigger.Refuse("a trigger's \"direction\" is \"in\"");
        FunctionSettings settings = trigger.RequiredText("type") switch
        {
            "httpTrigger" => ReadHttp(name, function, trigger, bindings),
            "queueTrigger" => ReadQueue(name, trigger),
            "timerTrigger" => ReadTimer(name, trigger),
            var type => throw trigger.Refuse($"the binding type \"{type}\" is not understood"),
        };
        trigger.NothingElse();
        if (settings is not HttpFunction && bindings.FirstOrDefault(binding => binding != trigger) is { } other)
            throw other.Refuse($"the binding type \"{other.RequiredText("type")}\" is not understood beside {trigger.RequiredText("type")}: use the storage client for outputs");
        return settings;
    }

    private static HttpFunction ReadHttp(string name, StrictObject function, StrictObject trigger, IReadOnlyList<StrictObject> bindings)
    {
        trigger.RequiredText("name");
        if (trigger.RequiredText("authLevel") is var level && level != "anonymous")
            throw trigger.Refuse(level is "function" or "admin"
                ? $"\"authLevel\" \"{level}\" needs keys, and the stand-in has none: use \"anonymous\""
                : $"the \"authLevel\" \"{level}\" is not understood");

        var others = bindings.Where(binding => binding != trigger).ToList();
        if (others.Count != 1 || others[0].RequiredText("type") != "http" || others[0].RequiredText("direction") != "out")
            throw function.Refuse("with httpTrigger there must be exactly one other binding, of type \"http\" and direction \"out\", or the host sends an envelope");
        others[0].RequiredText("name");
        others[0].NothingElse();

        var route = trigger.Text("route") ?? name;
        try
        {
            RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException bad)
        {
            throw trigger.Refuse($"the \"route\" \"{route}\" is not a route template: {bad.Message}");
        }
        if (route.TrimStart('/') is var start && (start.StartsWith("admin", StringComparison.OrdinalIgnoreCase) || start.StartsWith("runtime", StringComparison.OrdinalIgnoreCase)))
            throw trigger.Refuse($"the \"route\" \"{route}\" belongs to the platform");

        var methods = trigger.Texts("methods")?.Select(method => method.ToUpperInvariant()).ToList();
        if (methods?.FirstOrDefault(method => !KnownMethods.Contains(method)) is { } unknown)
            throw trigger.Refuse($"the method \"{unknown}\" is not understood");
        return new HttpFunction(name, route, methods is { Count: > 0 } ? methods : null);
    }

    private static QueueFunction ReadQueue(string name, StrictObject trigger)
    {
        var queue = trigger.RequiredText("queueName");
        if (!QueueName().IsMatch(queue) || queue.Length is < 3 or > 56)
            throw trigger.Refuse($"\"{queue}\" cannot be a queue's name: 3 to 56 lower-case letters, digits and single hyphens");
        if (trigger.RequiredText("connection") != "AzureWebJobsStorage")
            throw trigger.Refuse("\"connection\" must be \"AzureWebJobsStorage\"");
        return new QueueFunction(name, trigger.RequiredText("name"), queue);
    }

    private static TimerFunction ReadTimer(string name, StrictObject trigger)
    {
        var binding = trigger.RequiredText("name");
        if (trigger.Flag("runOnStartup") is true)
            throw trigger.Refuse("\"runOnStartup\" must be false: it would run at every start of every instance");
        var text = trigger.RequiredText("schedule");
        try
        {
            return new TimerFunction(name, binding, NcrontabSchedule.Parse(text), trigger.Flag("useMonitor") ?? true);
        }
        catch (FormatException bad)
        {
            throw trigger.Refuse($"the \"schedule\" \"{text}\" is not a six-field NCRONTAB expression: {bad.Message}");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,126}$")]
    private static partial Regex FunctionName();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex QueueName();
}

/// <summary>A function that answers web requests. Null methods: all.</summary>
internal sealed record HttpFunction(string Name, string Route, IReadOnlyList<string>? Methods) : FunctionSettings(Name)
{
    public bool OverlapsWith(HttpFunction other) =>
        string.Equals(Route.Trim('/'), other.Route.Trim('/'), StringComparison.OrdinalIgnoreCase) &&
        (Methods is null || other.Methods is null || Methods.Intersect(other.Methods, StringComparer.Ordinal).Any());
}

/// <summary>A function that works through a queue.</summary>
internal sealed record QueueFunction(string Name, string Binding, string Queue) : FunctionSettings(Name);

/// <summary>A function that runs by the clock.</summary>
internal sealed record TimerFunction(string Name, string Binding, NcrontabSchedule Schedule, bool UseMonitor) : FunctionSettings(Name);
