namespace SlaMonitor.Infrastructure.Tests.Bicep;

/// <summary>How a run of the CLI ended. It exits with 0 on warnings.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Error)
{
    public string Everything => Output + Error;
}
