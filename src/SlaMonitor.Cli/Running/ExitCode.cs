namespace SlaMonitor.Cli.Running;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Good = 0;
    public const int WrongInput = 1;
    public const int CheckFailed = 1;
    public const int Usage = 2;
}
