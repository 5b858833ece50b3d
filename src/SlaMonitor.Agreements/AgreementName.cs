using SlaMonitor.Agreements.Syntax;

namespace SlaMonitor.Agreements;

/// <summary>What agreements, calendars, targets and contacts may be called.</summary>
public static class AgreementName
{
    /// <summary>What a name is made of, in words.</summary>
    public const string Form = "letters, digits, dots, hyphens and underscores, at most 64";

    /// <summary>Whether a text may be a name.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Name.TryParse(text) is not null;
    }
}
