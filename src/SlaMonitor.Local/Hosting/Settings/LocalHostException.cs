namespace SlaMonitor.Local.Hosting.Settings;

/// <summary>The host cannot start for a reason that whoever started it can mend: the message is all that they need.</summary>
public sealed class LocalHostException : Exception
{
    /// <summary>Exit code for a wrong setting, file, schedule or function.</summary>
    public const int StartFailed = 1;

    /// <summary>Exit code for a wrong command line.</summary>
    public const int Usage = 2;

    public LocalHostException(string message)
        : this(message, StartFailed)
    {
    }

    public LocalHostException(string message, int exitCode)
        : base(message) => ExitCode = exitCode;

    public LocalHostException(string message, Exception innerException)
        : base(message, innerException) => ExitCode = StartFailed;

    public int ExitCode { get; }

    /// <summary>One exception for all that is wrong, so that five mistakes take one start to find.</summary>
    internal static void ThrowIfAny(IReadOnlyCollection<string> problems)
    {
        if (problems.Count > 0)
            throw new LocalHostException(string.Join(Environment.NewLine, problems));
    }
}
