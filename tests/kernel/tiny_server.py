"""A minimal Jupyter server: starts a kernel, prints its connection file, and waits."""

import asyncio
import signal
import sys

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager


async def main():
    manager = AsyncMappingKernelManager(connection_dir=sys.argv[1])
    kernel = await manager.start_kernel(kernel_name="java")
    client = manager.get_kernel(kernel).client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    client.stop_channels()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print(manager.get_kernel(kernel).connection_file, flush=True)
    await stop.wait()
    await manager.shutdown_all()


asyncio.run(main())
