namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The worker asks to be told that HTTP functions take ASP.NET Core's types; under the local host they always do.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
