// Reads every drawing of a folder as a modeler would: one line of JSON each, with the reader's warnings and what it found.
// Usage: node read_drawings.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BpmnModdle from 'bpmn-moddle';

const folder = process.argv[2];
const moddle = new BpmnModdle();

/** An element of the process with everything inside it; `within` is the id of the frame around it. */
function* elements(container, within) {
  for (const element of container.flowElements ?? []) {
    yield {
      id: element.id, type: element.$type, within,
      from: element.sourceRef?.id, to: element.targetRef?.id,
      incoming: (element.incoming ?? []).map(flow => flow.id), outgoing: (element.outgoing ?? []).map(flow => flow.id),
    };
    yield* elements(element, element.id);
  }
}

function drawn(element) {
  const { x, y, width, height } = element.bounds ?? {};
  return {
    of: element.bpmnElement?.id, type: element.$type, bounds: element.bounds && { x, y, width, height },
    waypoints: element.waypoint?.map(point => ({ x: point.x, y: point.y })),
  };
}

for (const file of readdirSync(folder).sort()) {
  const { rootElement, warnings } = await moddle.fromXML(readFileSync(join(folder, file), 'utf8'));
  const process = rootElement.rootElements.find(element => element.$type === 'bpmn:Process');
  const plane = rootElement.diagrams[0].plane;
  console.log(JSON.stringify({
    file, warnings: warnings.map(warning => warning.message), plane: plane.bpmnElement?.id, process: process.id,
    elements: [...elements(process, '')], drawn: plane.planeElement.map(drawn),
  }));
}
