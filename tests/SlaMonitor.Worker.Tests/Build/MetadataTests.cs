using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using SlaMonitor.Functions.Doors;
using SlaMonitor.Worker.Tests.Host;

namespace SlaMonitor.Worker.Tests.Build;

/// <summary>What the worker's SDK read from the functions when it built them for Azure, against what the local host serves.</summary>
public sealed class MetadataTests
{
    [Fact]
    public void Metadata_HasEveryFunctionOfTheLocalHost_WithItsTriggerRouteAndLevel()
    {
        AzureBuild.SkipWithout();

        var ofAzure = Read("functions.metadata").AsArray().Select(function => Line(function!, Trigger(function!))).ToList();

        Assert.Equal(Sorted(OfTheLocalHost()), Sorted(ofAzure));
        Assert.True(ofAzure.Count >= 10, "There were ten functions once.");
    }

    [Fact]
    public void Metadata_OfHttpFunctions_SendsWhatTheyReturn()
    {
        AzureBuild.SkipWithout();

        var http = Read("functions.metadata").AsArray().Where(function => (string)Trigger(function!)["type"]! == "httpTrigger");

        Assert.All(http, function => Assert.Contains(
            function!["bindings"]!.AsArray(), binding => ((string)binding!["name"]!, (string)binding["type"]!) == ("$return", "http")));
    }

    [Fact]
    public void WorkerConfig_StartsTheProgram()
    {
        AzureBuild.SkipWithout();

        var description = Read("worker.config.json")["description"]!;

        Assert.Equal(
            ["dotnet-isolated", "dotnet", "SlaMonitor.Functions.dll", "true"],
            new[] { "language", "defaultExecutablePath", "defaultWorkerPath", "workerIndexing" }
                .Select(name => (string?)description[name]));
    }

    [Fact]
    public void Build_HasWhatTheHostReads_AndNothingOfTheLocalHost()
    {
        AzureBuild.SkipWithout();

        string[] needed = ["host.json", "extensions.json", ".azurefunctions/function.deps.json", "agreements/standard-support.yaml"];
        Assert.All(needed, file => Assert.True(File.Exists(Path.Combine(AzureBuild.Folder, file)), $"{file} is missing."));
        Assert.False(File.Exists(Path.Combine(AzureBuild.Folder, "SlaMonitor.Local.dll")), "It would declare the worker's types twice.");
        Assert.Equal(File.ReadAllText(AzureBuild.PathOf("host.json")), File.ReadAllText(Path.Combine(AzureBuild.Folder, "host.json")));
    }

    /// <summary>The local host reads the same attributes, of the same functions, and they are its own declarations.</summary>
    private static IEnumerable<string> OfTheLocalHost() =>
        from type in typeof(ReceiveEvents).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        let parameter = method.GetParameters().Single(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute)))
        let trigger = parameter.GetCustomAttribute<TriggerBindingAttribute>()
        select $"{function.Name}: {type.FullName}.{method.Name}({parameter.Name}): {InWords(trigger)}";

    private static string InWords(TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute http => $"{string.Join(' ', http.Methods ?? [])} {http.Route} by {http.AuthLevel}",
        TimerTriggerAttribute timer => $"at {timer.Schedule}{OnStart(timer.RunOnStartup)}{Watched(timer.UseMonitor)}",
        ServiceBusTriggerAttribute queue => $"queue {queue.QueueName} by {queue.Connection}",
        _ => throw new InvalidOperationException($"Say in words what a {trigger.GetType().Name} is."),
    };

    private static string Line(JsonNode function, JsonNode trigger) =>
        $"{function["name"]}: {function["entryPoint"]}({trigger["name"]}): " + (string?)trigger["type"] switch
        {
            "httpTrigger" => $"{string.Join(' ', trigger["methods"]?.AsArray() ?? [])} {trigger["route"]} by {trigger["authLevel"]}",
            // The SDK writes down only what is not as the host has it anyway.
            "timerTrigger" => $"at {trigger["schedule"]}{OnStart((bool?)trigger["runOnStartup"])}{Watched((bool?)trigger["useMonitor"])}",
            "serviceBusTrigger" => $"queue {trigger["queueName"]} by {trigger["connection"]}",
            var other => $"a {other}",
        };

    private static string OnStart(bool? runs) => runs == true ? ", and at start" : string.Empty;

    private static string Watched(bool? isMonitored) => isMonitored == false ? ", not monitored" : string.Empty;

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static JsonNode Trigger(JsonNode function) => Function.TriggerOf(function["bindings"]!.AsArray().Select(binding => binding!));

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(AzureBuild.Folder, file)))!;
}
