namespace SlaMonitor.Functions.Tests.Observability;

/// <summary>Who listens for traces hears the whole process: these tests run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
