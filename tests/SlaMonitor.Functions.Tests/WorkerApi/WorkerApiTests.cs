using Microsoft.Azure.Functions.Worker;

namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>What compiles against our declarations must compile against the worker's packages.</summary>
public sealed class WorkerApiTests
{
    // The worker's API is small enough to be written down; our own code, and all that is not the worker's, is in SlaMonitor's namespaces.
    private static readonly IReadOnlyList<Type> Ours =
        [.. typeof(FunctionAttribute).Assembly
            .GetExportedTypes()
            .Where(type => !type.Namespace!.StartsWith("SlaMonitor.", StringComparison.Ordinal))];

    private static readonly Lazy<PublicApi> Worker =
        new(() => PublicApi.Parse(File.ReadAllText(Repository.File("tests/data/worker-api.txt"))));

    [Fact]
    public void LocalHost_DeclaresNothingThatTheWorkerHasNot() =>
        Assert.Equal("", string.Join('\n', Worker.Value.WhereOthersDiffer(ReflectedApi.Of(Ours))));

    [Fact]
    public void LocalHost_DeclaresWhatAProgramNeeds() => Assert.Equal(
        [
            "AuthorizationLevel", "BindingAttribute", "FunctionAttribute", "FunctionsApplication", "FunctionsApplicationBuilder",
            "FunctionsApplicationBuilderAspNetCoreExtensions", "HttpTriggerAttribute", "ScheduleStatus", "ServiceBusMessageActions",
            "ServiceBusReceivedMessage", "ServiceBusTriggerAttribute", "TimerInfo", "TimerTriggerAttribute", "TriggerBindingAttribute",
        ],
        Ours.Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Comparison_EveryLineOfOurs_IsReadBack()
    {
        var members = ReflectedApi.Of(Ours).Types.Values.Sum(type => type.Members.Count);

        Assert.InRange(members, 40, 80);
        Assert.Equal(5, Worker.Value.Types["Microsoft.Azure.Functions.Worker.AuthorizationLevel"].Members.Count);
        Assert.Equal("[AttributeUsage(Method)]", Worker.Value.Types["Microsoft.Azure.Functions.Worker.FunctionAttribute"].Usage);
    }

    [Fact]
    public void Comparison_SameApi_HasNoDifference() =>
        Assert.Empty(PublicApi.Parse(Sample.Api).WhereOthersDiffer(ReflectedApi.Of([typeof(Sample)])));

    [Theory]
    [InlineData("    public string? Text { get; set; }\n", "", "has no 'public string? Text { get; set; }'")] // a made-up member
    [InlineData("string? Text", "string Text", "has no 'public string? Text { get; set; }'")]
    [InlineData("Text { get; set; }", "Text { get; }", "has no 'public string? Text { get; set; }'")]
    [InlineData("params string[] names", "string[] names", "has no 'public Sample(params string[] names)'")]
    [InlineData("string[]? Names", "string?[] Names", "has no 'public string[]? Names { get; }'")]
    [InlineData("public Task<int>", "public static Task<int>", "has no 'public Task<int> CountAsync(CancellationToken token = default)'")]
    [InlineData("token = default", "token", "has no 'public Task<int> CountAsync(CancellationToken token = default)'")]
    [InlineData("Task<int>", "Task<long>", "has no 'public Task<int> CountAsync(CancellationToken token = default)'")]
    [InlineData("<T>(T thing", "<T>(T other", "has no 'public void Take<T>(T thing, Action<T>? then = default)'")]
    [InlineData("sealed class", "class", "'public sealed class Sample' is not 'public class Sample'")]
    [InlineData(" : Attribute, IDisposable", " : Attribute", "is no IDisposable")]
    [InlineData("(Method, Property)", "(Method)", "'[AttributeUsage(Method, Property)]' is not '[AttributeUsage(Method)]'")]
    [InlineData("sealed class Sample", "sealed class Example", "no such type")]
    public void Comparison_OneThingIsOtherwise_IsFound(string ours, string theirs, string expected)
    {
        Assert.Contains(ours, Sample.Api, StringComparison.Ordinal);

        var differences = PublicApi.Parse(Sample.Api.Replace(ours, theirs, StringComparison.Ordinal))
            .WhereOthersDiffer(ReflectedApi.Of([typeof(Sample)]));

        Assert.Equal($"{typeof(Sample)}: {expected}", Assert.Single(differences));
    }
}
