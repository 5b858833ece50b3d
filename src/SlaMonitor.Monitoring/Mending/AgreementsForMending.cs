using Microsoft.Extensions.Configuration;
using SlaMonitor.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Monitoring.Agreements;

namespace SlaMonitor.Monitoring.Mending;

/// <summary>The agreements of a monitor that does not run.</summary>
public static class AgreementsForMending
{
    /// <summary>Reads them from the folder that the settings name.</summary>
    /// <returns>The agreements, or <c>null</c> where there is an error in them, or the folder cannot be read.</returns>
    public static AgreementBook? Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(AgreementOptions.Section).Get<AgreementOptions>() ?? new AgreementOptions();
        try
        {
            return AgreementLoader.LoadFolder(options.FullFolder).Book;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
