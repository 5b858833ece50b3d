using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Mails;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Monitoring.Tests.Harness;

/// <summary>The program's own composer; remembers what each mail was made of.</summary>
internal sealed class RecordingComposer(IMailComposer composer) : IMailComposer
{
    private readonly ConcurrentQueue<MailContents> _contents = new();

    public IReadOnlyList<MailContents> Contents => [.. _contents];

    public Mail Compose(MailContents contents)
    {
        _contents.Enqueue(contents);
        return composer.Compose(contents);
    }

    /// <summary>Puts itself before the composer that is registered.</summary>
    public static void Register(IServiceCollection services)
    {
        var composer = services.Single(service => service.ServiceType == typeof(IMailComposer)).ImplementationType!;
        services.AddSingleton(provider => new RecordingComposer((IMailComposer)ActivatorUtilities.CreateInstance(provider, composer)));
        services.AddSingleton<IMailComposer>(provider => provider.GetRequiredService<RecordingComposer>());
    }
}
