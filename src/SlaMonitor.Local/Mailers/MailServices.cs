using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SlaMonitor.Mails.Mime;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Local.Mailers;

/// <summary>Wires the way out for mails.</summary>
public static class MailServices
{
    /// <summary>
    /// Sends mails by SMTP where <c>Mail:Smtp:Host</c> is set, and files them in <c>Mail:Folder</c> otherwise.
    /// Needs a <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configuration">The whole configuration, of which the section <c>Mail</c> is read.</param>
    /// <param name="mailFolder">The folder where <c>Mail:Folder</c> is not set.</param>
    public static IServiceCollection AddLocalMail(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, string> mailFolder)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(mailFolder);

        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<MailOptions>, MailOptionsValidator>());
        services.TryAddSingleton(provider => Composer(provider.GetRequiredService<IOptions<MailOptions>>().Value));
        services.TryAddSingleton<IMailer>(provider => Create(provider, mailFolder));
        // Also where mails go elsewhere now: they may have gone into the folder before.
        services.AddSingleton<IPersonTraces>(provider => new FolderTraces(
            FolderOf(provider.GetRequiredService<IOptions<MailOptions>>().Value, provider, mailFolder)));
        return services;
    }

    private static MimeMessageComposer Composer(MailOptions options) => new(options.From, options.FromName);

    private static IMailer Create(IServiceProvider provider, Func<IServiceProvider, string> mailFolder)
    {
        var options = provider.GetRequiredService<IOptions<MailOptions>>().Value;
        if (options.UsesSmtp) return ActivatorUtilities.CreateInstance<SmtpMailer>(provider);

        return ActivatorUtilities.CreateInstance<MailFolder>(provider, FolderOf(options, provider, mailFolder));
    }

    private static string FolderOf(MailOptions options, IServiceProvider provider, Func<IServiceProvider, string> mailFolder) =>
        string.IsNullOrEmpty(options.Folder) ? mailFolder(provider) : options.Folder;
}
