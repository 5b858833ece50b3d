namespace SlaMonitor.Functions.Tests.WorkerApi;

/// <summary>A made-up type with every kind of member, and how it reads; the tests then change the reading.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
#pragma warning disable CA1019, CA1710, CA1711, CA1063, CA1816, MA0056, MA0057, MA0055 // It is there to be compared, not to be used.
public sealed class Sample : Attribute, IDisposable
{
    internal const string Api = """
        [AttributeUsage(Method, Property)]
        SlaMonitor.Functions.Tests.WorkerApi: public sealed class Sample : Attribute, IDisposable
            public Sample(params string[] names)
            public string? Text { get; set; }
            public string[]? Names { get; }
            public Task<int> CountAsync(CancellationToken token = default)
            public void Take<T>(T thing, Action<T>? then = default)
            public void Dispose()
        """;

    public Sample(params string[] names) => Names = names;

    public string? Text { get; set; }

    public string[]? Names { get; }

    public Task<int> CountAsync(CancellationToken token = default) => Task.FromResult(Names?.Length ?? 0);

    public void Take<T>(T thing, Action<T>? then = null) => then?.Invoke(thing);

    public void Dispose() => Text = null;
}
